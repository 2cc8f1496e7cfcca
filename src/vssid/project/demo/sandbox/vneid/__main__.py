"""``python -m vssid.project.demo.sandbox.vneid``: installs what the sandbox needs, ahead of its first use."""

from vssid.project.demo.sandbox.vneid.packages import install

if __name__ == "__main__":
    install()
