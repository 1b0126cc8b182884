using System.Security.Cryptography;

namespace HomelabPortal.Tests.Ui;

public sealed class BlazorScriptTests
{
    /// <summary>The script runs in every browser that opens the portal, so a changed source must be noticed and read.</summary>
    [Fact]
    public void BlazorScript_IsTheOneThatWasRead()
    {
        var script = File.ReadAllBytes(Path.Combine(Repository.Folder, "wwwroot-assets", "_framework", "blazor.web.js"));

        Assert.Equal("9e4b324dd37a521ae407524dd291709e5b7bb1355d4d4698e4a047a9b4fe87c2", Convert.ToHexStringLower(SHA256.HashData(script)));
    }
}
