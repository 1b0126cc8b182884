using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Planning;

/// <summary>What an act would do, said before it is done.</summary>
public sealed record ActPlan(ActWish Wish)
{
    /// <summary>What happens to what, with the exact request.</summary>
    public ImmutableArray<PlanLine> Lines { get; init; } = [];

    /// <summary>What a person may not expect of it.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why it will not be done at all; null when it can be.</summary>
    public string? Refusal { get; init; }

    /// <summary>True when it is refused only because it is so already.</summary>
    public bool IsMoot { get; init; }

    /// <summary>The tool that would put it back, when that is why.</summary>
    public ObjectManager? Reverter { get; init; }

    /// <summary>What to write in Git instead; null when there is nothing of the kind.</summary>
    public string? Instead { get; init; }

    /// <summary>The name to type first; null for what is easily undone.</summary>
    public string? TypedName { get; init; }

    /// <summary>Null when there is no such object.</summary>
    public ActSeen? Seen { get; init; }

    public ActPlan Refused(string why) => this with { Refusal = why, Lines = [], Warnings = [] };

    public ActPlan Moot(string why) => Refused(why) with { IsMoot = true };

    public ActPlan Warning(string? sentence) => sentence is null ? this : this with { Warnings = Warnings.Add(sentence) };

    public ActPlan Line(PlanLine line) => this with { Lines = Lines.Add(line) };
}
