using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Api;

/// <summary>How fresh the picture of one outside system is.</summary>
/// <param name="State">healthy while current, progressing while connecting, unknown while out of date, broken when a person must act, off when not set up.</param>
/// <param name="AsOf">When it was last confirmed; null while it is live or was never read.</param>
internal sealed record SourceResource(string Name, HealthState State, DateTimeOffset? AsOf, string? Text, string? Detail)
{
    public static SourceResource Of(SourceFreshness source) => new(source.Name, source.State, source.AsOf, source.Text, source.Detail);
}
