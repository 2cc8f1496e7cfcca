from vssid.project.cli import main

main()
