using Microsoft.Extensions.Hosting;

namespace HomelabPortal.Access.Web;

/// <summary>Switches of the framework that would open the portal's doors, refused at start.</summary>
internal static class WebFaults
{
    public static IEnumerable<string> Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (IsOn(configuration["ForwardedHeaders_Enabled"]))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED lets everybody say where a request came from. Remove it and name your proxy's network in Portal:TrustedProxies, for example 10.42.0.0/16.";
        if (environment.IsProduction() && IsOn(configuration[WebHostDefaults.DetailedErrorsKey]))
            yield return "ASPNETCORE_DETAILEDERRORS shows visitors what failed inside. Remove it; the log has the details.";
    }

    private static bool IsOn(string? value) =>
        string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) || value == "1";
}
