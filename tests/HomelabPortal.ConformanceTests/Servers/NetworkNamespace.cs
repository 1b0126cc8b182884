using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>
/// Makes sockets inside another process's network namespace.
/// A socket belongs to the namespace of the thread that made it, so each is made by a thread that first moves over and then ends.
/// </summary>
internal static partial class NetworkNamespace
{
    private const int NewNetworkNamespace = 0x40000000;

    public static Task<Socket> MakeAsync(int processId, Func<Socket> make)
    {
        var made = new TaskCompletionSource<Socket>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                Enter($"/proc/{processId}/ns/net");
                made.SetResult(make());
            }
            catch (Exception exception)
            {
                made.SetException(exception);
            }
        }).Start();
        return made.Task;
    }

    private static void Enter(string path)
    {
        using var handle = File.OpenHandle(path);
        if (EnterNamespace((int)handle.DangerousGetHandle(), NewNetworkNamespace) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"setns {path}");
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int EnterNamespace(int descriptor, int kind);
}
