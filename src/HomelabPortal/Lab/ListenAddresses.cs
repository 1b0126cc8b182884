using System.Net;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Connections;

namespace HomelabPortal.Lab;

/// <summary>Decides where the portal may listen, before it does.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:5080";
    private const string AllowedHosts = "AllowedHosts";
    private const string OwnNames = "localhost;127.0.0.1;[::1]";

    /// <summary>What is wrong with the configured addresses: one is none, or reachable from another machine while nobody said how.</summary>
    public static string? FaultOf(WebApplicationBuilder builder, LabMode mode, PortalOptions portal)
    {
        var configured = Configured(builder.Configuration).ToList();
        if (configured.Count == 0)
            builder.WebHost.UseUrls(Default);
        if (configured.FirstOrDefault(address => !IsAddress(address)) is { } odd)
            return $"The portal cannot listen on “{odd}”. Use a full address such as {Default}.";
        var open = configured.FirstOrDefault(address => !IsLoopback(address));
        if (open is null)
        {
            // Else a web page elsewhere could have its name resolve to loopback and drive the portal through the owner's browser.
            builder.Configuration[AllowedHosts] ??= portal.PublicAddress is { } own ? $"{own.Host};{OwnNames}" : OwnNames;
            return null;
        }

        if (mode == LabMode.Simulated)
            return $"The simulated lab listens on loopback only, and {open} is reachable from other machines. Set Lab:Mode to Real, or use {Default}.";
        if (portal.PublicAddress is not { } address)
            return $"{open} is reachable from other machines, and it is not known how people reach the portal. Set Portal:Address, for example to https://portal.example.org, or use {Default}.";
        builder.Configuration[AllowedHosts] ??= address.Host;
        return null;
    }

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="StartupException">Another program has the port.</exception>
    public static async Task ServeAsync(this WebApplication app)
    {
        var addresses = string.Join(" or ", Configured(app.Configuration).DefaultIfEmpty(Default));
        try
        {
            await app.RunAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartupException($"Another program already listens on {addresses}. Stop it, or give the portal another address, for example --urls http://127.0.0.1:5081.");
        }
    }

    internal static bool IsLoopback(string address)
    {
        // BindingAddress understands "+", "*" and unix sockets, which Uri does not.
        var host = BindingAddress.Parse(address);
        return host.IsUnixPipe || host.Host == "localhost" || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static bool IsAddress(string address)
    {
        try
        {
            BindingAddress.Parse(address);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Configured(IConfiguration configuration)
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
