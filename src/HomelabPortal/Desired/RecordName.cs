using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Desired;

/// <summary>
/// The full name of a DNS record in its canonical form: lower case, punycode, no trailing dot.
/// Wider than <see cref="Hostname"/>: the first part may be *, and parts may begin with an underscore as services and policies do.
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
        var plain = string.Join('.', parts.Select(part => part.Length > 1 && part[0] == '_' ? part[1..] : part));
        if (!Hostname.TryParse(plain, out var hostname, out fault))
            return false;
        var marks = parts.Select(part => part.Length > 1 && part[0] == '_').ToArray();
        var canonical = string.Join('.', hostname.Value.Split('.').Select((part, at) => marks[at] ? "_" + part : part));
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
}
