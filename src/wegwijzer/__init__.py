"""Wegwijzer: the platform of the RIEC-LIEC network, with the law in the code."""
