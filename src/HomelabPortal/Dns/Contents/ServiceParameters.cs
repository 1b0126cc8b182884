using System.Globalization;
using System.Net;

namespace HomelabPortal.Dns.Contents;

/// <summary>
/// Pure: the parameters of HTTPS and SVCB records (RFC 9460) in the one order and quoting that equal ones share:
/// by the number of their key, values that hold anything but plain characters in quotes.
/// </summary>
internal static class ServiceParameters
{
    private static readonly string[] _keys = ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint"];

    public static FieldReading Read(string typed)
    {
        var found = new SortedDictionary<int, string?>();
        var rest = typed.Trim();
        while (rest.Length > 0)
        {
            if (ReadOne(ref rest) is not { } pair)
                return FieldReading.Bad(typed, "Parameters are written key=value with spaces between them, for example alpn=\"h3,h2\" port=443.");
            if (NumberOf(pair.Key) is not { } number)
                return FieldReading.Bad(typed, $"“{pair.Key}” is not a parameter. There are {string.Join(", ", _keys)}, and key followed by a number.");
            if (!found.TryAdd(number, Canonical(number, pair.Value)))
                return FieldReading.Bad(typed, $"“{pair.Key}” is there twice. Write each parameter once.");
            if (FaultOf(number, found[number]) is { } fault)
                return FieldReading.Bad(typed, fault);
        }

        return FieldReading.Good(string.Join(' ', found.Select(pair => Write(pair.Key, pair.Value))));
    }

    private static (string Key, string? Value)? ReadOne(ref string rest)
    {
        var end = rest.AsSpan().IndexOfAny("= \t");
        var key = end < 0 ? rest : rest[..end];
        if (key.Length == 0)
            return null;
        if (end < 0 || rest[end] != '=')
        {
            rest = rest[key.Length..].TrimStart();
            return (key, null);
        }

        var value = rest[(end + 1)..];
        var length = value.StartsWith('"') ? ClosingQuote(value) + 1 : (value.AsSpan().IndexOfAny(" \t") is var stop && stop < 0 ? value.Length : stop);
        if (length <= 0)
            return null;
        rest = value[length..].TrimStart();
        var text = value[..length];
        return (key, text.StartsWith('"') ? QuotedText.Unquote(text) : text.Contains('"') ? null : text);
    }

    private static int ClosingQuote(string value)
    {
        for (var at = 1; at < value.Length; at++)
        {
            if (value[at] == '\\')
                at++;
            else if (value[at] == '"')
                return at;
        }

        return -1;
    }

    private static int? NumberOf(string key)
    {
        var lower = key.ToLowerInvariant();
        var known = Array.IndexOf(_keys, lower);
        if (known >= 0)
            return known;
        return lower.StartsWith("key", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 65_535
            ? number
            : null;
    }

    private static string? Canonical(int number, string? value) => (number, value) switch
    {
        (_, null or "") => null,
        (0, _) => string.Join(',', Items(value).Select(item => NumberOf(item) is { } key ? (Number: key, Name: NameOf(key)) : (Number: int.MaxValue, Name: item)).OrderBy(item => item.Number).Select(item => item.Name)),
        (4 or 6, _) => string.Join(',', Items(value).Select(item => IPAddress.TryParse(item, out var address) ? address.ToString() : item)),
        (1, _) => string.Join(',', Items(value)),
        _ => value,
    };

    private static IEnumerable<string> Items(string value) => value.Split(',', StringSplitOptions.TrimEntries);

    private static string? FaultOf(int number, string? value) => number switch
    {
        2 => value is null ? null : "no-default-alpn stands alone, without a value.",
        3 when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65_535 => "The port is a number from 0 to 65535, for example port=443.",
        4 when value is null || !Items(value).All(item => AddressText.ReadVersion4(item).Fault is null) => "ipv4hint is a list of IPv4 addresses, for example ipv4hint=192.0.2.10.",
        6 when value is null || !Items(value).All(item => AddressText.ReadVersion6(item).Fault is null) => "ipv6hint is a list of IPv6 addresses, for example ipv6hint=2001:db8::10.",
        0 or 1 or 5 when value is null => $"{NameOf(number)} needs a value, for example alpn=\"h3,h2\".",
        _ => value?.Any(char.IsControl) == true ? "Parameters are one line without control characters." : null,
    };

    private static string Write(int number, string? value) => value is null ? NameOf(number) : $"{NameOf(number)}={QuotedText.Quote(value)}";

    private static string NameOf(int number) => number < _keys.Length ? _keys[number] : $"key{number}";
}
