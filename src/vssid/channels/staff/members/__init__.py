"""Who works here: looks, asks for members and roles, ends what somebody who leaves could do."""
