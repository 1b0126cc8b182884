namespace HomelabPortal.Access.Accounts.Passwords;

/// <summary>Long is what counts; which characters, everybody decides for themselves.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>Hashing costs time that grows with the length, and nobody types more.</summary>
    public const int Longest = 256;

    private static readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "1234567890abc", "12345678910", "123456123456", "1q2w3e4r5t6y", "1qaz2wsx3edc", "abcdefghijkl", "abcdefghijklm",
        "adminadmin12", "administrator", "changemeplease", "changemechangeme", "correcthorsebatterystaple", "homelabhomelab", "homelabportal", "iloveyouiloveyou",
        "letmeinletmein", "passw0rd1234", "password1234", "password12345", "password123456", "passwordpassword", "qwerty123456", "qwertyuiopas",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwertyqwerty", "qwertzuiopas", "raspberrypi1", "raspberryraspberry", "trustno1trustno1", "welcome12345", "zaq12wsxcde3",
    };

    /// <summary>What is wrong with the password for somebody of that name, or null.</summary>
    public static string? FaultOf(string? password, string? name) => password switch
    {
        null or "" => "A password is needed.",
        { Length: < Shortest } => $"A password has at least {Shortest} characters; this one has {password.Length}. A few words are easiest.",
        { Length: > Longest } => $"A password has at most {Longest} characters; this one has {password.Length}.",
        _ when password.Distinct().Count() < 4 => "This is the same few characters over and over. Choose something that is harder to guess.",
        _ when _common.Contains(password) => "This is one of the first passwords anybody would try. Choose another.",
        _ when IsName(password, name) => "This is your name. Choose something that others do not know.",
        _ => null,
    };

    /// <summary>The name, however often and with whatever digits around it.</summary>
    private static bool IsName(string password, string? name) =>
        name is { Length: > 2 }
        && password.Replace(name, "", StringComparison.OrdinalIgnoreCase).All(c => !char.IsLetter(c))
        && password.Contains(name, StringComparison.OrdinalIgnoreCase);
}
