namespace HomelabPortal.Cluster.Facts;

/// <summary>One thing worth knowing of an object, under its name.</summary>
public sealed record Fact(string Label, IReadOnlyList<FactPart> Parts)
{
    public Fact(string label, string text)
        : this(label, [new FactPart(text)])
    {
    }

    /// <summary>Null when there is nothing to say.</summary>
    public static Fact? IfAny(string label, IEnumerable<FactPart> parts) => parts.ToList() is { Count: > 0 } some ? new Fact(label, some) : null;

    /// <summary>Null when there is nothing to say.</summary>
    public static Fact? IfAny(string label, string? text) => string.IsNullOrEmpty(text) ? null : new Fact(label, text);

    /// <summary>Null when it never happened.</summary>
    public static Fact? IfAny(string label, DateTimeOffset? at) => at is { } moment ? new Fact(label, [FactPart.Moment(moment)]) : null;

    /// <summary>Leaves out what there is nothing to say of.</summary>
    public static IReadOnlyList<Fact> List(params IEnumerable<Fact?> facts) => [.. facts.OfType<Fact>()];
}
