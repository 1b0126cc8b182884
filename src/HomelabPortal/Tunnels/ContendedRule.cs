namespace HomelabPortal.Tunnels;

/// <summary>A rule of ours that somebody else keeps undoing.</summary>
/// <param name="Writer">Who that looks like, for example "DockFlare" or "a person".</param>
/// <param name="Times">How often within the last ten minutes of the dispute.</param>
public sealed record ContendedRule(string TunnelId, RuleSlot Slot, string Writer, int Times, DateTimeOffset LastAt)
{
    public override string ToString() =>
        $"Somebody else, by its looks {Writer}, undid the rule {Slot} {Times} times within ten minutes. Nothing is written until you hand the rule over or insist.";
}
