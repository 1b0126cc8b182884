using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Editing;

/// <summary>What a person has typed so far of a check. Answers to other kinds are kept while they choose.</summary>
public sealed class CheckForm
{
    public string Name { get; set; } = "";

    public string Group { get; set; } = "";

    public CheckKind Kind { get; set; } = CheckKind.Http;

    public string Url { get; set; } = "";

    public string Method { get; set; } = "GET";

    public string Statuses { get; set; } = "200-299";

    public string Contains { get; set; } = "";

    public bool FollowsRedirects { get; set; }

    public bool VerifiesTls { get; set; } = true;

    public string Host { get; set; } = "";

    public int? Port { get; set; }

    public string ServerName { get; set; } = "";

    public int? Days { get; set; } = 14;

    public string RecordName { get; set; } = "";

    public string RecordType { get; set; } = "A";

    public string Server { get; set; } = "";

    public string Expected { get; set; } = "";

    public int? IntervalSeconds { get; set; } = 60;

    public int? TimeoutSeconds { get; set; } = 10;

    public int? DownAfter { get; set; } = 3;

    public int? UpAfter { get; set; } = 2;

    public CheckSeverity Severity { get; set; } = CheckSeverity.Critical;

    public bool IsPaused { get; set; }

    public static CheckForm Of(DesiredCheck check)
    {
        var form = new CheckForm
        {
            Name = check.Name, Group = check.Group, Kind = CheckKinds.Of(check.Question), IntervalSeconds = check.IntervalSeconds, TimeoutSeconds = check.TimeoutSeconds,
            DownAfter = check.DownAfter, UpAfter = check.UpAfter, Severity = check.Severity, IsPaused = check.IsPaused,
        };
        switch (check.Question)
        {
            case HttpQuestion http:
                (form.Url, form.Method, form.Statuses, form.Contains, form.FollowsRedirects, form.VerifiesTls) =
                    (http.Url, http.Method, http.Statuses, http.Contains ?? "", http.FollowsRedirects, http.VerifiesTls);
                break;
            case TcpQuestion tcp:
                (form.Host, form.Port) = (tcp.Host, tcp.Port);
                break;
            case TlsQuestion tls:
                (form.Host, form.Port, form.Days, form.ServerName) = (tls.Host, tls.Port, tls.Days, tls.ServerName ?? "");
                break;
            case DnsQuestion dns:
                (form.RecordName, form.RecordType, form.Server, form.Expected) = (dns.Name, dns.Type, dns.Server ?? "", dns.Expected ?? "");
                break;
            case PingQuestion ping:
                form.Host = ping.Host;
                break;
        }

        return form;
    }
}
