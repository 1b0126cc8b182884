using HomelabPortal.Api;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures.Api;

/// <summary>An exposure: what is wanted, and how it stands.</summary>
/// <param name="LoginPolicy">The id of what guards it on the Internet; null in the house and when it is public without a login.</param>
/// <param name="OpenPaths">Paths that need no login.</param>
/// <param name="ExpiresAt">When it is taken back by itself; past, when it was.</param>
internal sealed record ExposureResource(
    string Id, string Hostname, BackendResource Backend, Visibility Visibility, string? LoginPolicy, bool IsPublicWithoutLogin,
    IReadOnlyList<string> Middlewares, IReadOnlyList<string> OpenPaths, DateTimeOffset? ExpiresAt, ExposureStatusResource Status)
{
    /// <summary>The name and port by which pods reach it; null until the exposure was looked at.</summary>
    public string? ClusterName { get; init; }

    public static ExposureResource Of(Exposure exposure, ReconcileStatus status) => Of(exposure, ExposureStatusResource.Of(status.PhaseOf(exposure), status.Of(exposure.Id)));

    /// <summary>As it is the moment it is saved: not looked at yet.</summary>
    public static ApiAnswer Saved(Exposure exposure, int status) => ApiAnswer.Of(Of(exposure, ExposureStatusResource.Pending), TagOf(exposure), status);

    /// <summary>The tag of what is wanted, and of how it stands.</summary>
    public ApiAnswer ToAnswer(Exposure exposure) =>
        ApiAnswer.Of(this, EntityTags.Of(DesiredJson.Write(exposure), $"{ClusterName} {System.Text.Json.JsonSerializer.Serialize(Status, ApiJson.Writing)}"));

    public static string TagOf(Exposure exposure) => EntityTags.Of(DesiredJson.Write(exposure));

    private static ExposureResource Of(Exposure exposure, ExposureStatusResource status) => new(
        exposure.Id, exposure.Hostname.Value, BackendResource.Of(exposure.Backend), exposure.Visibility, exposure.LoginPolicy, exposure.IsPublicWithoutLogin,
        [.. exposure.Middlewares], [.. exposure.OpenPaths], exposure.ExpiresAt, status);
}
