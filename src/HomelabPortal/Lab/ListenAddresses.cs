using System.Net;
using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

/// <summary>Decides where the portal may listen, before it does.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:5080";
    private const string AllowedHosts = "AllowedHosts";
    private const string OwnNames = "localhost;127.0.0.1;[::1]";

    /// <exception cref="StartupException">An address would be reachable from another machine without a login.</exception>
    public static void Check(WebApplicationBuilder builder, LabMode mode, PortalOptions portal)
    {
        var configured = Configured(builder.Configuration).ToList();
        if (configured.Count == 0)
            builder.WebHost.UseUrls(Default);
        var open = configured.FirstOrDefault(address => !IsLoopback(address));
        if (open is null)
        {
            // Else a web page elsewhere could have its name resolve to loopback and drive the portal through the owner's browser.
            builder.Configuration[AllowedHosts] ??= OwnNames;
            return;
        }

        if (mode == LabMode.Real && portal.AllowWithoutSignIn)
            return;
        throw new StartupException(mode == LabMode.Simulated
            ? $"The simulated lab listens on loopback only, and {open} is reachable from other machines. Set Lab:Mode to Real, or use {Default}."
            : $"This version has no sign-in yet, and {open} is reachable from other machines. Put a proxy with a login in front and set Portal:AllowWithoutSignIn to true, or use {Default}.");
    }

    internal static bool IsLoopback(string address)
    {
        // BindingAddress understands "+", "*" and unix sockets, which Uri does not.
        var host = BindingAddress.Parse(address);
        return host.IsUnixPipe || host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static IEnumerable<string> Configured(ConfigurationManager configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = Split(configuration["urls"]);
        var ports = Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(port => $"http://*:{port}");
        // Kestrel ignores the ports when urls are given, and so does the check.
        return endpoints.Concat(urls.Length > 0 ? urls : ports);
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
