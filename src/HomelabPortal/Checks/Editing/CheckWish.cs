using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Editing;

/// <summary>What somebody wants to be asked. Which members matter follows from the kind: http, tcp, tls, dns or ping.</summary>
/// <param name="Url">With its query; with the dots it is given with in place of values, it stays as it is.</param>
/// <param name="Statuses">Codes and ranges with commas, 200-299 when left out.</param>
/// <param name="Contains">Text that the body must hold.</param>
/// <param name="ServerName">The name to ask a TLS server for, where the host is an address.</param>
/// <param name="Days">So many days a certificate must still hold, 14 when left out.</param>
/// <param name="Server">Address of the resolver to ask, with a port if it is not 53.</param>
/// <param name="Expected">What one of the answers of DNS must be.</param>
/// <param name="DownAfter">So many failures in a row make it down, 3 when left out.</param>
/// <param name="UpAfter">So many answers in a row make it up again, 2 when left out.</param>
internal sealed record CheckWish(
    string? Name = null, string? Group = null, CheckKind? Kind = null, string? Url = null, string? Method = null, string? Statuses = null, string? Contains = null,
    bool? FollowsRedirects = null, bool? VerifiesTls = null, string? Host = null, int? Port = null, string? ServerName = null, int? Days = null, string? RecordName = null,
    string? RecordType = null, string? Server = null, string? Expected = null, int? IntervalSeconds = null, int? TimeoutSeconds = null, int? DownAfter = null, int? UpAfter = null,
    CheckSeverity? Severity = null, bool? IsPaused = null)
{
    /// <summary>The wish as answers to the form of the page, so that both are judged alike.</summary>
    public CheckForm ToForm() => new()
    {
        Name = Name ?? "", Group = Group ?? "", Kind = Kind ?? CheckKind.Http, Url = Url ?? "", Method = Method ?? "GET", Statuses = Statuses ?? "200-299", Contains = Contains ?? "",
        FollowsRedirects = FollowsRedirects ?? false, VerifiesTls = VerifiesTls ?? true, Host = Host ?? "", Port = Port, ServerName = ServerName ?? "", Days = Days ?? 14,
        RecordName = RecordName ?? "", RecordType = RecordType ?? "A", Server = Server ?? "", Expected = Expected ?? "", IntervalSeconds = IntervalSeconds ?? 60,
        TimeoutSeconds = TimeoutSeconds ?? 10, DownAfter = DownAfter ?? 3, UpAfter = UpAfter ?? 2, Severity = Severity ?? CheckSeverity.Critical, IsPaused = IsPaused ?? false,
    };
}
