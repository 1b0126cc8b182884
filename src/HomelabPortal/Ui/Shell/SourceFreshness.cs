using HomelabPortal.Ui.State;

namespace HomelabPortal.Ui.Shell;

/// <summary>How fresh the picture of one outside system is.</summary>
/// <param name="Name">Words for a person: "Kubernetes", "Cloudflare", "gpu-box".</param>
/// <param name="State">Healthy while current, Progressing while connecting, Unknown while out of date, Broken when a person must act, Off when not configured.</param>
/// <param name="AsOf">When it was last confirmed; shown as an age unless <paramref name="Text"/> is given.</param>
/// <param name="Text">Short words in place of the age: "live", "not set up".</param>
/// <param name="Detail">The whole story for the tooltip.</param>
public sealed record SourceFreshness(string Name, HealthState State, DateTimeOffset? AsOf, string? Text, string? Detail);
