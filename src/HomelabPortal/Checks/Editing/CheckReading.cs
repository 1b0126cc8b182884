using System.Net;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Editing;

/// <summary>Pure: reads a form, and finds every fault at once.</summary>
internal static class CheckReading
{
    private const int LongestText = 200;
    private const int LongestInterval = 86_400;

    /// <param name="allowsLoopback">Whether the portal's own machine may be asked.</param>
    /// <returns>No check while anything is wrong.</returns>
    public static (DesiredCheck? Check, IReadOnlyDictionary<string, string> Faults) Read(CheckForm form, string id, bool allowsLoopback)
    {
        var faults = new Dictionary<string, string>();
        if (form.Name.Trim() is not { Length: > 0 and <= 60 } name || name.Any(char.IsControl))
            faults[CheckFields.Name] = "Give it a name of at most 60 characters.";
        if (form.Group.Trim().Length > 40 || form.Group.Any(char.IsControl))
            faults[CheckFields.Group] = "A group's name has at most 40 characters.";
        var question = Question(form, allowsLoopback, faults);
        Bound(faults, CheckFields.Interval, form.IntervalSeconds, 10, LongestInterval, "seconds");
        Bound(faults, CheckFields.Timeout, form.TimeoutSeconds, 1, 60, "seconds");
        Bound(faults, CheckFields.DownAfter, form.DownAfter, 1, 20, "tries");
        Bound(faults, CheckFields.UpAfter, form.UpAfter, 1, 20, "tries");
        if (form.TimeoutSeconds > form.IntervalSeconds)
            faults.TryAdd(CheckFields.Timeout, "It cannot wait longer than until the next try.");
        if (faults.Count > 0 || question is null)
            return (null, faults);
        return (new DesiredCheck
        {
            Id = id, Name = form.Name.Trim(), Group = form.Group.Trim(), Question = question, IntervalSeconds = form.IntervalSeconds ?? 60, TimeoutSeconds = form.TimeoutSeconds ?? 10,
            DownAfter = form.DownAfter ?? 3, UpAfter = form.UpAfter ?? 2, Severity = form.Severity, IsPaused = form.IsPaused,
        }, faults);
    }

    private static CheckQuestion? Question(CheckForm form, bool allowsLoopback, Dictionary<string, string> faults)
    {
        switch (form.Kind)
        {
            case CheckKind.Http:
                return Http(form, allowsLoopback, faults);
            case CheckKind.Tcp:
                Bound(faults, CheckFields.Port, form.Port, 1, 65535, null);
                return new TcpQuestion(Host(form, allowsLoopback, faults), form.Port ?? 0);
            case CheckKind.Tls:
                Bound(faults, CheckFields.Port, form.Port ?? 443, 1, 65535, null);
                Bound(faults, CheckFields.Days, form.Days, 0, 365, "days");
                if (form.ServerName.Trim().Length > 0 && !IsHost(form.ServerName.Trim()))
                    faults[CheckFields.ServerName] = "Give a hostname, or leave it empty.";
                return new TlsQuestion(Host(form, allowsLoopback, faults), form.Port ?? 443, form.Days ?? 14) { ServerName = Given(form.ServerName) };
            case CheckKind.Dns:
                return Dns(form, allowsLoopback, faults);
            case CheckKind.Ping:
                return new PingQuestion(Host(form, allowsLoopback, faults));
            default:
                faults[CheckFields.Kind] = "Choose HTTP, TCP, TLS expiry, DNS or ping. The others follow from the names of the lab.";
                return null;
        }
    }

    private static HttpQuestion Http(CheckForm form, bool allowsLoopback, Dictionary<string, string> faults)
    {
        var typed = form.Url.Trim();
        if (typed.Length > 2000 || !Uri.TryCreate(typed, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            faults[CheckFields.Url] = "Give an address that begins with http:// or https://.";
        else if (url.UserInfo.Length > 0)
            faults[CheckFields.Url] = "Leave the password out of the address: everybody who sees the check would see it.";
        else if (WhyNot(url.Host, allowsLoopback) is { } why)
            faults[CheckFields.Url] = why;
        if (form.Method is not ("GET" or "HEAD"))
            faults[CheckFields.Method] = "A check sends GET or HEAD.";
        if (StatusRanges.Read(form.Statuses) is null)
            faults[CheckFields.Statuses] = "Give codes and ranges with commas, such as 200-299,401.";
        if (form.Contains.Length > LongestText)
            faults[CheckFields.Contains] = $"The text has at most {LongestText} characters.";
        else if (form.Contains.Length > 0 && form.Method == "HEAD")
            faults[CheckFields.Contains] = "An answer to HEAD has no text. Choose GET.";
        return new HttpQuestion(typed) { Method = form.Method, Statuses = form.Statuses.Trim(), Contains = form.Contains.Length > 0 ? form.Contains : null, FollowsRedirects = form.FollowsRedirects, VerifiesTls = form.VerifiesTls };
    }

    private static DnsQuestion Dns(CheckForm form, bool allowsLoopback, Dictionary<string, string> faults)
    {
        var name = form.RecordName.Trim().TrimEnd('.');
        if (!RecordName.TryParse(name, out _, out var fault))
            faults[CheckFields.RecordName] = fault;
        if (!DnsWire.Types.ContainsKey(form.RecordType))
            faults[CheckFields.RecordType] = $"Choose one of {string.Join(", ", DnsWire.Types.Keys)}.";
        if (Given(form.Server) is { } server)
        {
            if (!IPEndPoint.TryParse(server, out var place))
                faults[CheckFields.Server] = "Give the resolver's address, such as 10.0.0.53, or leave it empty.";
            else if (CheckAddresses.WhyNot(place.Address, allowsLoopback) is { } why)
                faults[CheckFields.Server] = why;
        }

        if (form.Expected.Length > LongestText)
            faults[CheckFields.Expected] = $"The answer has at most {LongestText} characters.";
        return new DnsQuestion(name, form.RecordType, Given(form.Server), Given(form.Expected));
    }

    private static string Host(CheckForm form, bool allowsLoopback, Dictionary<string, string> faults)
    {
        var host = form.Host.Trim().Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        if (!IsHost(host))
            faults[CheckFields.Host] = "Give a hostname or an address, such as nas.lan or 10.0.0.20.";
        else if (WhyNot(host, allowsLoopback) is { } why)
            faults[CheckFields.Host] = why;
        return host;
    }

    private static bool IsHost(string text) => text.Length <= 253 && Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    /// <summary>What can be seen at once; where a name leads is judged at each connection.</summary>
    private static string? WhyNot(string host, bool allowsLoopback)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
            return CheckAddresses.WhyNot(address, allowsLoopback);
        return !allowsLoopback && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)) ? CheckAddresses.WhyNot(IPAddress.Loopback, false) : null;
    }

    private static void Bound(Dictionary<string, string> faults, string field, int? value, int least, int most, string? unit)
    {
        if (value is not { } number || number < least || number > most)
            faults[field] = $"Give a number from {least} to {most}{(unit is null ? "" : $" {unit}")}.";
    }

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
