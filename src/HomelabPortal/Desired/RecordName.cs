using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Desired;

/// <summary>
/// The full name of a DNS record in its canonical form: lower case, punycode, no trailing dot.
/// Wider than <see cref="Hostname"/>: the first part may be *, and parts may have underscores as services, policies and the marks of tools do.
/// </summary>
public readonly record struct RecordName
{
    private RecordName(string value) => Value = value;

    public string Value { get; }

    public bool IsWildcard => Value.StartsWith("*.", StringComparison.Ordinal);

    /// <summary>Reads what a person typed; on failure <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryParse(string? text, out RecordName name, [NotNullWhen(false)] out string? fault)
    {
        name = default;
        var typed = (text ?? "").Trim();
        var star = typed.StartsWith("*.", StringComparison.Ordinal);
        var parts = (star ? typed[2..] : typed).Split('.');
        // The underscore is no letter of a hostname; the rest of such a part is judged like any other.
        var plain = string.Join('.', parts.Select(part => IsMarked(part) ? part.Replace('_', 'x') : part));
        if (!Hostname.TryParse(plain, out var hostname, out fault))
            return false;
        var labels = hostname.Value.Split('.');
        if (parts.Any(IsMarked) && labels.Length != parts.Length - (parts[^1].Length == 0 ? 1 : 0))
        {
            fault = $"“{typed}” has another sign than the dot between its parts. Write it with plain dots.";
            return false;
        }

        var canonical = string.Join('.', labels.Select((label, at) => at < parts.Length && IsMarked(parts[at]) ? parts[at].ToLowerInvariant() : label));
        var value = star ? "*." + canonical : canonical;
        if (value.Length > 253)
        {
            fault = "A record's name has at most 253 characters.";
            return false;
        }

        name = new RecordName(value);
        return true;
    }

    /// <summary>For names that were parsed before they were stored.</summary>
    public static RecordName Parse(string text) =>
        TryParse(text, out var name, out var fault) ? name : throw new FormatException(fault);

    public static RecordName Of(Hostname hostname) => new(hostname.Value);

    public bool IsWithin(string zone) =>
        Value.Equals(zone, StringComparison.Ordinal) || Value.EndsWith("." + zone, StringComparison.Ordinal);

    public override string ToString() => Value;

    /// <summary>Named after a service, a policy or a tool, as _sip and _ctic_managed are.</summary>
    private static bool IsMarked(string part) => part.Contains('_') && part.Any(c => c != '_') && part.All(char.IsAscii);
}
