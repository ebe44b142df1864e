"""Reads a program from standard input and prints the lines that its language's grammar doesn't have.
The first argument is the grammar: c_sharp or powershell."""

import importlib
import sys

from tree_sitter import Language, Parser

grammar = importlib.import_module(f"tree_sitter_{sys.argv[1]}")
tree = Parser(Language(grammar.language())).parse(sys.stdin.buffer.read())
unread = [tree.root_node]
while unread:
    node = unread.pop()
    if node.is_error or node.is_missing:
        print(node.start_point.row + 1, node.text.decode())
    unread.extend(node.children)
