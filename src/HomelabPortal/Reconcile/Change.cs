using System.Text.Json.Nodes;

namespace HomelabPortal.Reconcile;

/// <summary>One difference between what should be and what is: one value, never parallel lists.</summary>
public sealed record Change
{
    public required ChangeKind Kind { get; init; }

    public required ResourceKey Key { get; init; }

    /// <summary>The exposure or free record it serves.</summary>
    public required string OwnerId { get; init; }

    public required ChangeStage Stage { get; init; }

    /// <summary>What is created, changed or deleted, for example "CNAME jellyfin.cowlab.org → … (proxied)".</summary>
    public required string Description { get; init; }

    public required string Reason { get; init; }

    /// <summary>What stands there now, or null for a create.</summary>
    public JsonNode? Before { get; init; }

    /// <summary>What should stand there, or null for a delete.</summary>
    public JsonNode? After { get; init; }

    /// <summary>The record id or uid of what stands there; writes and deletes are bound to it.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Somebody else changed what we made: put right only by the policy Sync.</summary>
    public bool IsDrift { get; init; }

    /// <summary>The owner chose that such a hand change is left as it is: held under every policy, with these words. Null for any other.</summary>
    public string? LeftBecause { get; init; }

    /// <summary>A person ordered this withdrawal beforehand; the guard lets orders pass where it holds decisions.</summary>
    public ChangeOrder Order { get; init; }

    /// <summary>The request this change sends, shown on demand, for example "PATCH /zones/…/dns_records/…".</summary>
    public string? Request { get; init; }

    /// <summary>What only its own target needs to carry it out, for example before which rules a new one goes.</summary>
    public JsonNode? Hint { get; init; }

    public char Sign => Kind switch
    {
        ChangeKind.Create => '+',
        ChangeKind.Delete => '-',
        _ => '~',
    };

    public string Verb => Kind.ToString().ToLowerInvariant();

    public override string ToString() => $"{Sign} {Verb} {Description}";
}
