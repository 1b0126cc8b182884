using HomelabPortal.Commands;

namespace HomelabPortal.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("--urls http://127.0.0.1:5080", "", "--urls http://127.0.0.1:5080")]
    [InlineData("Portal:LabName=mine", "", "Portal:LabName=mine")]
    [InlineData("rotate-keys", "rotate-keys", "")]
    [InlineData("revoke-all-sessions --tokens", "revoke-all-sessions --tokens", "")]
    [InlineData("rotate-keys --Portal:DataDirectory=/data --tokens", "rotate-keys --tokens", "--Portal:DataDirectory=/data")]
    [InlineData("admin-link --Portal:DataDirectory /data anna", "admin-link anna", "--Portal:DataDirectory /data")]
    [InlineData("--help", "help", "")]
    public void Of_Arguments_TellsTheCommandFromItsSettings(string arguments, string command, string settings)
    {
        var line = CommandLine.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(command, string.Join(' ', line.Command));
        Assert.Equal(settings, string.Join(' ', line.Settings));
    }
}
