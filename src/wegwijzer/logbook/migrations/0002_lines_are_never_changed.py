"""The database itself refuses to change, remove or replace a line of the logbook."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER logbook_line_no_update BEFORE UPDATE ON logbook_line
BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek kan niet worden gewijzigd.'); END;
CREATE TRIGGER logbook_line_no_delete BEFORE DELETE ON logbook_line
BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek kan niet worden verwijderd.'); END;
CREATE TRIGGER logbook_line_no_replace BEFORE INSERT ON logbook_line
WHEN EXISTS (SELECT 1 FROM logbook_line WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'Een regel van het logboek kan niet worden vervangen.'); END;
CREATE TRIGGER logbook_head_only_forward BEFORE UPDATE ON logbook_head
WHEN NEW.position <> OLD.position + 1
BEGIN SELECT RAISE(ABORT, 'Het logboek kan alleen een regel verder.'); END;
CREATE TRIGGER logbook_head_no_delete BEFORE DELETE ON logbook_head
BEGIN SELECT RAISE(ABORT, 'Het einde van het logboek kan niet worden verwijderd.'); END;
CREATE TRIGGER logbook_head_no_replace BEFORE INSERT ON logbook_head
WHEN EXISTS (SELECT 1 FROM logbook_head WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'Het einde van het logboek kan niet worden vervangen.'); END;
"""
POSTGRESQL = """
CREATE FUNCTION logbook_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'Een regel van het logboek kan niet worden gewijzigd of verwijderd.'; END $$;
CREATE TRIGGER logbook_line_never_changes BEFORE UPDATE OR DELETE ON logbook_line
FOR EACH ROW EXECUTE FUNCTION logbook_refuse();
CREATE TRIGGER logbook_line_never_emptied BEFORE TRUNCATE ON logbook_line
FOR EACH STATEMENT EXECUTE FUNCTION logbook_refuse();
ALTER TABLE logbook_line ENABLE ALWAYS TRIGGER logbook_line_never_changes;
ALTER TABLE logbook_line ENABLE ALWAYS TRIGGER logbook_line_never_emptied;
CREATE FUNCTION logbook_head_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.position = OLD.position + 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'Het logboek kan alleen een regel verder.';
END $$;
CREATE TRIGGER logbook_head_only_forward BEFORE UPDATE OR DELETE ON logbook_head
FOR EACH ROW EXECUTE FUNCTION logbook_head_forward();
CREATE TRIGGER logbook_head_never_emptied BEFORE TRUNCATE ON logbook_head
FOR EACH STATEMENT EXECUTE FUNCTION logbook_refuse();
ALTER TABLE logbook_head ENABLE ALWAYS TRIGGER logbook_head_only_forward;
"""


def start_chain(apps, schema_editor):
    apps.get_model("logbook", "Head").objects.create(id=1, position=0, hash="0" * 64)
    if schema_editor.connection.vendor == "sqlite":
        with schema_editor.connection.cursor() as cursor:
            for statement in SQLITE.split("END;"):
                if statement.strip():
                    cursor.execute(statement + "END;")
    else:
        schema_editor.execute(POSTGRESQL)


class Migration(migrations.Migration):
    dependencies = [("logbook", "0001_initial")]
    operations = [migrations.RunPython(start_chain, migrations.RunPython.noop)]
