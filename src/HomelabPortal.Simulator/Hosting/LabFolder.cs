using System.Text;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>The files a client needs to sign in: kubeconfig, certificate authority, and kube.json for measuring scripts.</summary>
internal sealed class LabFolder : IDisposable
{
    private readonly string _path;
    private readonly bool _isOurs;

    private LabFolder(string path, bool isOurs) => (_path, _isOurs) = (path, isOurs);

    public static LabFolder Open(string? path) => path is null
        ? new LabFolder(Directory.CreateTempSubdirectory("simulated-lab-").FullName, true)
        : new LabFolder(Directory.CreateDirectory(path).FullName, false);

    public KubernetesEndpoint Write(Uri address, LabCertificates certificates, LabTokens tokens)
    {
        var authority = Path.Combine(_path, "ca.crt");
        var kubeconfig = Path.Combine(_path, "kubeconfig");
        var server = address.GetLeftPart(UriPartial.Authority);
        var pem = certificates.Authority.ExportCertificatePem() + "\n";
        WritePrivately(authority, pem);
        WritePrivately(kubeconfig, Kubeconfig(server, pem, tokens));
        WritePrivately(Path.Combine(_path, "kube.json"),
            new JsonObject { ["server"] = server, ["token"] = tokens.Admin, ["ca"] = authority }.ToJsonString(SimulatorJson.Options) + "\n");
        return new KubernetesEndpoint
        {
            Address = address,
            Token = tokens.Admin,
            ReadOnlyToken = tokens.ReadOnly,
            KubeconfigPath = kubeconfig,
            CertificateAuthorityPath = authority,
        };
    }

    public void Dispose()
    {
        if (_isOurs && Directory.Exists(_path)) Directory.Delete(_path, true);
    }

    private static string Kubeconfig(string server, string pem, LabTokens tokens) =>
        $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: simulated
          cluster:
            server: {server}
            certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(pem))}
        users:
        - name: simulated
          user:
            token: {tokens.Admin}
        - name: simulated-read-only
          user:
            token: {tokens.ReadOnly}
        contexts:
        - name: simulated
          context:
            cluster: simulated
            user: simulated
        - name: simulated-read-only
          context:
            cluster: simulated
            user: simulated-read-only
        current-context: simulated

        """;

    private static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
