"""Reading what others deliver: any file ends in rows or in a sentence, never in a crash."""
