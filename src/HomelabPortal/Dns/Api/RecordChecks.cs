using System.Net;
using System.Net.Sockets;
using HomelabPortal.Desired;

namespace HomelabPortal.Dns.Api;

/// <summary>Pure: reads a wish for a record and finds every fault at once, by member.</summary>
internal static class RecordChecks
{
    private const int MostText = 2048;

    public static (DnsEntry? Entry, IReadOnlyDictionary<string, string> Faults) Read(RecordWish wish, string id)
    {
        var faults = new Dictionary<string, string>();
        if (!RecordName.TryParse(wish.Name, out var name, out var fault))
            faults["name"] = fault;
        var type = wish.Type?.Trim().ToUpperInvariant() ?? "";
        if (type is not ("A" or "AAAA" or "CNAME" or "TXT"))
            faults["type"] = "A record is of the type A, AAAA, CNAME or TXT.";
        else if (FaultOfContent(type, wish.Content?.Trim() ?? "", name) is { } wrong)
            faults["content"] = wrong;
        if (wish.Ttl is { } ttl && ttl != DnsValue.AutomaticTtl && ttl is < 60 or > 86_400)
            faults["ttl"] = "A TTL is from 60 to 86400 seconds, or 1 for automatic.";
        if (wish.IsProxied == true && type == "TXT")
            faults["isProxied"] = "A text cannot be proxied.";
        if (faults.Count > 0)
            return (null, faults);
        return (new DnsEntry { Id = id, Name = name, Type = type, Content = wish.Content?.Trim() ?? "", Ttl = wish.Ttl ?? DnsValue.AutomaticTtl, IsProxied = wish.IsProxied ?? false }, faults);
    }

    private static string? FaultOfContent(string type, string content, RecordName name) => type switch
    {
        "A" when !IsAddress(content, AddressFamily.InterNetwork) => "An A record holds an IPv4 address, for example 192.0.2.10.",
        "AAAA" when !IsAddress(content, AddressFamily.InterNetworkV6) => "An AAAA record holds an IPv6 address, for example 2001:db8::10.",
        "CNAME" => FaultOfAlias(content, name),
        "TXT" when content.Length is 0 or > MostText || content.Any(char.IsControl) => $"A TXT record holds 1 to {MostText} characters on one line.",
        _ => null,
    };

    private static string? FaultOfAlias(string content, RecordName name)
    {
        if (!Hostname.TryParse(content, out var target, out var fault))
            return fault;
        return target.Value == name.Value ? "A name cannot be an alias of itself." : null;
    }

    /// <summary>"1" and "127.1" are addresses to the framework, but never what somebody meant.</summary>
    private static bool IsAddress(string content, AddressFamily family) =>
        IPAddress.TryParse(content, out var address) && address.AddressFamily == family && address.ScopeIdOf() == 0
        && (family == AddressFamily.InterNetworkV6 || content.Split('.').Length == 4);

    private static long ScopeIdOf(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
