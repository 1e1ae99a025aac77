"""YAML as writers type it: read with the place of everything, told what is wrong with it, written for people."""
