using System.Globalization;
using System.IO.Compression;
using Microsoft.Playwright;

namespace HomelabPortal.BrowserTests;

/// <summary>
/// What a browser that has never been here gets over the wire. Pages are compressed as they are sent; files are when the portal is published,
/// which the build under test is not, so theirs is worked out here the way a browser without HTTPS gets them.
/// </summary>
[Collection(PortalCollection.Name)]
public sealed class FirstLoadTests(PortalBrowser browser)
{
    private const string Parts =
        "() => [...new Map(['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type)).map(entry => [entry.name, `${entry.encodedBodySize} ${entry.decodedBodySize} ${entry.name}`])).values()]";

    /// <summary>Smaller ones gain nothing.</summary>
    private const int Compressible = 1_000;

    [BrowserTheory]
    [InlineData("/", Viewport.Desktop, 150_000)]
    [InlineData("/", Viewport.Phone, 150_000)]
    [InlineData("/status", Viewport.Phone, 30_000)]
    public async Task Page_OpenedForTheFirstTime_IsSmall(string path, Viewport viewport, int most)
    {
        await using var open = await browser.OpenAsync(path, viewport);
        await open.SettledAsync();
        var sizes = new List<(string Url, int Size)>();
        foreach (var part in await open.Page.EvaluateAsync<string[]>(Parts))
        {
            var (encoded, decoded, url) = (Number(part.Split(' ')[0]), Number(part.Split(' ')[1]), part.Split(' ', 3)[2]);
            sizes.Add((url, encoded < decoded || decoded < Compressible ? encoded : await CompressedAsync(open.Page, url)));
        }

        // What the cache or a fault would hide is not small, but missing.
        Assert.All(sizes, part => Assert.NotEqual(0, part.Size));
        Assert.True(sizes.Count > 1 && sizes.Sum(part => part.Size) <= most, $"{path} is {sizes.Sum(part => part.Size)} bytes compressed:\n{string.Join('\n', sizes)}");
    }

    private static async Task<int> CompressedAsync(IPage page, string url)
    {
        var body = await (await page.Context.APIRequest.GetAsync(url)).BodyAsync();
        using var target = new MemoryStream();
        await using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(body);
        return (int)target.Length;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
