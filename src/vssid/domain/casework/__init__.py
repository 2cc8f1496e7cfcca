"""How a case is worked: states, who may move it, and the clock that runs in working time."""
