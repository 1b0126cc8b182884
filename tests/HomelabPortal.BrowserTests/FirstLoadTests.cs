using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>What a browser that has never been here gets over the wire.</summary>
[Collection(PortalCollection.Name)]
public sealed class FirstLoadTests(PortalBrowser browser)
{
    private const string Sum = "() => ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type)).map(entry => `${entry.encodedBodySize} ${new URL(entry.name).pathname}`)";

    [BrowserTheory]
    [InlineData("/", Viewport.Desktop, 150_000)]
    [InlineData("/", Viewport.Phone, 150_000)]
    [InlineData("/status", Viewport.Phone, 30_000)]
    public async Task Page_OpenedForTheFirstTime_IsSmall(string path, Viewport viewport, int most)
    {
        await using var open = await browser.OpenAsync(path, viewport);
        await open.SettledAsync();

        var parts = await open.Page.EvaluateAsync<string[]>(Sum);
        var sum = parts.Sum(part => int.Parse(part.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));

        // What the cache or a fault would hide is not small, but missing.
        Assert.All(parts, part => Assert.False(part.StartsWith("0 ", StringComparison.Ordinal), $"{part} came without a body."));
        Assert.True(sum <= most, $"{path} is {sum} bytes compressed:\n{string.Join('\n', parts)}");
    }
}
