using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Api;

/// <summary>One station of a request.</summary>
/// <param name="Title">DNS, Login, Tunnel, Ingress or Service.</param>
internal sealed record TrialStepResource(string Title, HealthState State, string Sentence);
