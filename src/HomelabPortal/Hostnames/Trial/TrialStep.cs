using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Trial;

/// <summary>One station of a request on its way.</summary>
/// <param name="Title">"DNS", "Login", "Tunnel", "Ingress" or "Service".</param>
public sealed record TrialStep(string Title, HealthState State, string Sentence, string? Href = null);
