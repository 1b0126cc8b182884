namespace HomelabPortal.Kubernetes;

/// <summary>The credentials of a kubeconfig user beside certificates.</summary>
internal static class KubeconfigUser
{
    public static ICredential Credential(KubeconfigField user, bool allowExecPlugins)
    {
        var token = user["token"].Text();
        // client-go prefers the file, which is renewed, and keeps the token for when it cannot be read.
        if (user["tokenFile"].FilePath() is { } path)
        {
            if (token is null)
                _ = ReadFile(user["tokenFile"], path);
            return new FileCredential(path, Sendable(user["token"], token));
        }
        if (token is not null)
            return new FixedCredential(Sendable(user["token"], token));
        if (user["username"].Text() is { } name)
            return FixedCredential.Basic(name, user["password"].Text() ?? "");
        if (user["exec"].IsPresent)
            return Exec(user["exec"], allowExecPlugins);
        if (user["auth-provider"].IsPresent)
            throw user["auth-provider"].Problem("such providers left Kubernetes in 1.26; use a token or a client certificate");
        return FixedCredential.None;
    }

    public static IReadOnlyList<(string Name, string Value)> Impersonation(KubeconfigField user)
    {
        var headers = new List<(string, string)>();
        if (user["as"].Text() is { } name)
            headers.Add(("Impersonate-User", name));
        if (user["as-uid"].Text() is { } uid)
            headers.Add(("Impersonate-Uid", uid));
        foreach (var group in user["as-groups"].Items())
            headers.Add(("Impersonate-Group", group.Text() ?? throw group.Problem("it is empty")));
        // Acting with more rights than the owner meant would be worse than not acting.
        if (user["as-user-extra"].IsPresent)
            throw user["as-user-extra"].Problem("extra impersonation fields are not supported; remove them or use another user");
        return headers;
    }

    public static string ReadFile(KubeconfigField field, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw field.Problem($"the file {path} cannot be read; check that it exists and who may read it", exception);
        }
    }

    private static string? Sendable(KubeconfigField field, string? token) =>
        token is null || token.All(character => character is > ' ' and < '\u007f') ? token : throw field.Problem("it holds characters no token has; copy it anew");

    private static ExecCredential Exec(KubeconfigField exec, bool isAllowed)
    {
        if (!isAllowed)
            throw exec.Problem("running a program for credentials is off; use a token or a client certificate, or turn on exec plugins (AllowExecPlugins)");
        var command = exec["command"].Text() ?? throw exec["command"].Problem("it is missing; name the program to run");
        // A command with a folder in it is relative to the kubeconfig, a bare name is looked up in PATH.
        var program = command.Contains('/') ? exec["command"].FilePath() ?? command : command;
        return new ExecCredential(
            program,
            [.. exec["args"].Items().Select(argument => argument.Text() ?? "")],
            [.. exec["env"].Items().Select(variable => (variable["name"].Text() ?? throw variable.Problem("it has no name"), variable["value"].Text() ?? ""))],
            exec["apiVersion"].Text() ?? "client.authentication.k8s.io/v1");
    }
}
