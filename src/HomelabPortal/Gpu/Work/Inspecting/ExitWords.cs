using HomelabPortal.Cluster.Health;
using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>
/// Pure: why a container does not run, in words.
/// <list type="table">
/// <item><term>it runs, or never was started</term><description>null</description></item>
/// <item><term>its start failed</term><description>the engine's words</description></item>
/// <item><term>killed for its memory</term><description>out of memory</description></item>
/// <item><term>0, 125 to 127, 137, 139, 143</term><description>what such an exit code means</description></item>
/// <item><term>any other</term><description>the exit code</description></item>
/// </list>
/// </summary>
internal static class ExitWords
{
    public static string? Of(ContainerState? state) => state switch
    {
        null or { Running: true } => null,
        { Error.Length: > 0 } => $"It could not be started: {Spoken.Sentence(state.Error)}",
        { Status: "created" } => null,
        { WasOutOfMemory: true } => "Its memory ran out: the host killed it for reaching its limit. Give it more memory, or less to do.",
        { ExitCode: var code } => OfCode(code),
    };

    public static string OfCode(int code) => code switch
    {
        0 => "It ended without a fault, or was stopped.",
        125 => "The engine could not run it (exit code 125).",
        126 => "Its program cannot be executed (exit code 126).",
        127 => "Its program is not in the image (exit code 127).",
        137 => "It was killed (exit code 137): by somebody, or since it did not end in time when it was stopped.",
        139 => "It crashed (exit code 139): it used memory that is not its own.",
        143 => "It ended when it was asked to (exit code 143).",
        _ => $"It ended with exit code {code}.",
    };
}
