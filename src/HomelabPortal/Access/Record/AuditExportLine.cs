using System.Globalization;
using System.Text.Json.Serialization;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Record;

/// <summary>One act as it is exported. The images hold what was wanted before and after; secrets are in neither.</summary>
/// <param name="Outcome">Null while it runs, and when the portal ended before it was known.</param>
internal sealed record AuditExportLine(
    long Id, DateTimeOffset At, string Actor, string? AccountId, string? Credential, string? Address,
    string Act, string SubjectKind, string SubjectId, long? Revision, string? Outcome, string? Before, string? After)
{
    public static AuditExportLine Of(AuditRow row, string? outcome, RecordMasks masks) => new(
        row.Id, new DateTimeOffset(row.AtTicks, TimeSpan.Zero), row.Actor, row.AccountId, row.Credential, row.Address,
        row.Act, row.SubjectKind, row.SubjectId, row.Revision, row.Outcome ?? outcome, masks.Of(row.SubjectKind, row.Before), masks.Of(row.SubjectKind, row.After));

    [JsonIgnore]
    public static string CsvHeader => "id,at,actor,accountId,credential,address,act,subjectKind,subjectId,revision,outcome,before,after";

    public string ToCsv() => string.Join(
        ',',
        new[]
        {
            Id.ToString(CultureInfo.InvariantCulture), At.ToString("O", CultureInfo.InvariantCulture), Actor, AccountId, Credential, Address,
            Act, SubjectKind, SubjectId, Revision?.ToString(CultureInfo.InvariantCulture), Outcome, Before, After,
        }.Select(CsvText.Cell));
}
