using HomelabPortal.Platform;
using HomelabPortal.Desired;

namespace HomelabPortal.Lab;

/// <summary>Probes for whoever runs the portal; they answer without sign-in and tell nothing about the lab.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("alive")).AllowAnonymous();

        // An outside system that is down does not make the portal unready: it then shows the last known state.
        app.MapGet("/readyz", (DesiredStore desired, IEnumerable<IReadiness> parts) =>
        {
            var waits = parts.Select(part => part.WaitsFor).OfType<string>().ToList();
            if (!desired.Live.Current.IsCurrent)
                waits.Insert(0, "the configuration is being read");
            return waits.Count == 0
                ? Results.Text("ready")
                : Results.Text("not ready: " + string.Join(", ", waits), statusCode: StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }
}
