namespace Devices.Cpr;

/// <summary>What this process hands to the image that replaces it.</summary>
public interface IProcessImage
{
    /// <summary>An environment variable; <see langword="null"/> where it is not set.</summary>
    string? GetVariable(string name);

    /// <summary>Sets an environment variable, or unsets it where the value is <see langword="null"/>.</summary>
    void SetVariable(string name, string? value);

    /// <summary>
    /// Replaces the image of this process by the new one. Does not return in an emulator that really calls <c>execve</c>; one that only models it
    /// returns.
    /// </summary>
    void Replace();
}
