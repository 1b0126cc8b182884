using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Ui;

/// <summary>What a phone wants before it installs the portal.</summary>
public sealed class ManifestTests
{
    private static readonly JsonElement _manifest = JsonDocument.Parse(File.ReadAllText(Asset("manifest.webmanifest"))).RootElement;

    [Theory]
    [InlineData("name")]
    [InlineData("short_name")]
    [InlineData("start_url")]
    [InlineData("display")]
    public void Manifest_SaysWhatInstallingNeeds(string member) => Assert.NotEqual("", _manifest.GetProperty(member).GetString());

    [Fact]
    public void Icons_AreAsLargeAsTheyClaim()
    {
        var icons = _manifest.GetProperty("icons").EnumerateArray().Where(icon => icon.GetProperty("type").GetString() == "image/png").ToList();

        Assert.All(icons, icon => Assert.Equal(icon.GetProperty("sizes").GetString(), SizeOf(icon.GetProperty("src").GetString()!)));
        Assert.Contains(icons, icon => icon.GetProperty("sizes").GetString() == "192x192");
        Assert.Contains(icons, icon => icon.GetProperty("sizes").GetString() == "512x512" && icon.GetProperty("purpose").GetString() == "maskable");
    }

    [Fact]
    public void Shortcuts_LeadIntoThePortal() => Assert.All(_manifest.GetProperty("shortcuts").EnumerateArray(), shortcut => Assert.StartsWith("/", shortcut.GetProperty("url").GetString(), StringComparison.Ordinal));

    private static string SizeOf(string path)
    {
        var bytes = File.ReadAllBytes(Asset(path.TrimStart('/'))).AsSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadInt32BigEndian(bytes[16..])}x{BinaryPrimitives.ReadInt32BigEndian(bytes[20..])}");
    }

    private static string Asset(string path) => RepositoryFolder.Combine(["wwwroot-assets", .. path.Split('/')]);
}
