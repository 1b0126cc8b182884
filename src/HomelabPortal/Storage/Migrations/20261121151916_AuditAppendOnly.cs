using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HomelabPortal.Storage.Migrations
{
    /// <summary>
    /// Makes SQLite itself refuse to change or remove what was recorded, whatever the portal's code does.
    /// The only way out is age: rows before the horizon, which only moves forward.
    /// A later migration that rebuilds one of these tables drops its triggers and must make them again; a test says so.
    /// </summary>
    public partial class AuditAppendOnly : Migration
    {
        private const string Horizon = "COALESCE((SELECT CAST(Value AS INTEGER) FROM Settings WHERE Key = 'audit.horizon'), 0)";
        private const string Added = "BEGIN SELECT RAISE(ABORT, 'The audit is only ever added to.'); END;";
        private const string Forward = "BEGIN SELECT RAISE(ABORT, 'The horizon of the audit only moves forward.'); END;";

        /// <summary>Replacing a row deletes without asking the triggers of a deletion, therefore those of an insertion.</summary>
        private static readonly (string Name, string On)[] _triggers =
        [
            ("AuditIsNotChanged", "BEFORE UPDATE ON Audit " + Added),
            ("AuditIsNotReplaced", "BEFORE INSERT ON Audit WHEN EXISTS (SELECT 1 FROM Audit WHERE Id = NEW.Id) " + Added),
            ("AuditIsNotDeleted", $"BEFORE DELETE ON Audit WHEN OLD.AtTicks >= {Horizon} " + Added),
            ("AuditOutcomeIsNotChanged", "BEFORE UPDATE ON AuditOutcomes " + Added),
            ("AuditOutcomeIsNotReplaced", "BEFORE INSERT ON AuditOutcomes WHEN EXISTS (SELECT 1 FROM AuditOutcomes WHERE AuditId = NEW.AuditId) " + Added),
            ("AuditOutcomeIsNotDeleted", $"BEFORE DELETE ON AuditOutcomes WHEN EXISTS (SELECT 1 FROM Audit WHERE Id = OLD.AuditId AND AtTicks >= {Horizon}) " + Added),
            ("AuditHorizonIsNotTakenBack", "BEFORE UPDATE ON Settings WHEN OLD.Key = 'audit.horizon' AND (NEW.Key <> OLD.Key OR CAST(NEW.Value AS INTEGER) < CAST(OLD.Value AS INTEGER)) " + Forward),
            ("AuditHorizonIsNotReplaced", "BEFORE INSERT ON Settings WHEN NEW.Key = 'audit.horizon' AND EXISTS (SELECT 1 FROM Settings WHERE Key = 'audit.horizon') " + Forward),
            ("AuditHorizonIsNotDeleted", "BEFORE DELETE ON Settings WHEN OLD.Key = 'audit.horizon' " + Forward),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (name, on) in _triggers)
                migrationBuilder.Sql($"CREATE TRIGGER {name} {on}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (name, _) in _triggers)
                migrationBuilder.Sql($"DROP TRIGGER {name}");
        }
    }
}
