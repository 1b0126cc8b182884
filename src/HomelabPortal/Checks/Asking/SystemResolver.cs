using System.Net;

namespace HomelabPortal.Checks.Asking;

/// <summary>The resolver that the portal's machine uses.</summary>
internal static class SystemResolver
{
    private const string Place = "/etc/resolv.conf";

    public static IPEndPoint? First()
    {
        try
        {
            return Read(File.ReadLines(Place));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another system, or a container without one: told as such.
            return null;
        }
    }

    /// <summary>Pure.</summary>
    internal static IPEndPoint? Read(IEnumerable<string> lines) => lines
        .Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words is ["nameserver", _, ..])
        .Select(words => IPAddress.TryParse(words[1], out var address) ? new IPEndPoint(address, 53) : null)
        .FirstOrDefault(place => place is not null);
}
