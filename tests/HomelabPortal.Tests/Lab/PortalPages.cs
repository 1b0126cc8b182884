using System.Net;
using System.Text.RegularExpressions;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Lab;

/// <summary>What the portal's pages say before any script runs: the prerendered text, without markup.</summary>
internal sealed partial class PortalPages(PortalProcess portal, PortalPerson person) : IDisposable
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(40);

    /// <summary>As the portal's admin sees them.</summary>
    public static async Task<PortalPages> OpenAsync(PortalProcess portal) => new(portal, await portal.AdminAsync());

    public async Task<string> TextAsync(string path) =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(await HtmlAsync(path), " ")), " ");

    public async Task<string> HtmlAsync(string path)
    {
        using var response = await person.Http.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}. The log:\n{portal.Log}");
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<(HttpStatusCode Status, string Text)> ProbeAsync(string path)
    {
        using var response = await person.Http.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Looks again until the page says it.</summary>
    public async Task<string> WaitForAsync(string path, params string[] says)
    {
        var text = "";
        await Eventually.HoldsAsync(
            async () =>
            {
                text = await TextAsync(path);
                return says.All(part => text.Contains(part, StringComparison.Ordinal));
            },
            () => $"{path} should say “{string.Join("”, “", says)}”, but it says:\n{text}\nThe log:\n{portal.Log}",
            _timeout);
        return text;
    }

    public void Dispose() => person.Dispose();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
