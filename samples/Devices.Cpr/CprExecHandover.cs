using System.Globalization;

namespace Devices.Cpr;

/// <summary>
/// Hands the machine to the image that replaces this process: the state lies in a memory file whose descriptor survives, an environment variable
/// tells the new image its number. Neither may be left behind by an attempt that failed.
/// </summary>
public sealed partial class CprExecHandover : IDevice
{
    /// <summary>The variable that carries the descriptor's number.</summary>
    public const string Variable = "CPR_STATE_FD";

    private const string FileName = "cpr-state";
    private const int None = -1;

    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly IProcessImage _image;
    private readonly IDescriptorTable _descriptors;
    private int _file = None;
    private bool _handedOver;

    /// <summary>Creates the device with nothing prepared.</summary>
    public CprExecHandover(string name, IMachine machine, IProcessImage image, IDescriptorTable descriptors)
    {
        Name = name;
        _machine = machine;
        _image = image;
        _descriptors = descriptors;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The descriptor of the memory file; <see langword="null"/> while there is none.</summary>
    public int? File
    {
        get
        {
            lock (_gate)
            {
                return _file == None ? null : _file;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            bool isSet = _image.GetVariable(Variable) is not null;
            bool isOpen = _file != None;
            List<string> violations = [];
            if (isOpen && !_handedOver && !_descriptors.IsOpen(_file))
            {
                violations.Add($"{Name}: descriptor {_file} was closed by somebody else");
            }

            // After the hand-over both belong to the new image.
            if (!migrating && !_handedOver && (isSet || isOpen))
            {
                violations.Add($"{Name}: no migration is under way and {Variable} is {(isSet ? "set" : "unset")}, the memory file {(isOpen ? "open" : "closed")}");
            }

            return violations;
        }
    }

    /// <summary>Opens the memory file and says its number. Where that fails, what was done is undone before it refuses.</summary>
    [OnMigrationEvent(Setup, Modes = MigrationMode.CprExec)]
    private SetupResult PrepareHandover()
    {
        lock (_gate)
        {
            try
            {
                _file = _descriptors.OpenMemoryFile(FileName);
                _image.SetVariable(Variable, _file.ToString(CultureInfo.InvariantCulture));
            }
            catch (IOException exception)
            {
                Withdraw();
                return SetupResult.Refuse($"{Name}: the state cannot be kept for the new image: {exception.Message}");
            }

            _machine.Log.Write(Name, "memory file open, variable set", _file);
            return SetupResult.Accept;
        }
    }

    /// <summary>Hands over. What comes after this runs in the new image.</summary>
    [OnMigrationEvent(Done, Modes = MigrationMode.CprExec, Order = int.MaxValue)]
    private void HandOver()
    {
        lock (_gate)
        {
            _handedOver = true;
        }

        _machine.Log.Write(Name, "image replaced");
        _image.Replace();
    }

    /// <summary>Unsets and closes; also where the image was to be replaced and was not.</summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec, BudgetMicroseconds = 100)]
    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.CprExec)]
    private void TakeBack()
    {
        lock (_gate)
        {
            _handedOver = false;
            Withdraw();
            _machine.Log.Write(Name, "variable unset, memory file closed");
        }
    }

    /// <summary>In the new image: finds the memory file.</summary>
    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.CprExec)]
    private SetupResult FindFile()
    {
        lock (_gate)
        {
            string? value = _image.GetVariable(Variable);
            if (value is null)
            {
                return SetupResult.Refuse($"{Name}: {Variable} is not set: this process was not started by cpr-exec");
            }

            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int file) || !_descriptors.IsOpen(file))
            {
                return SetupResult.Refuse($"{Name}: {Variable} is \"{value}\", which is not an open descriptor");
            }

            _file = file;
            return SetupResult.Accept;
        }
    }

    /// <summary>In the new image: the state is loaded, or never will be; the file has served.</summary>
    [OnMigrationEvent(IncomingDone, Modes = MigrationMode.CprExec)]
    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.CprExec)]
    private void ReleaseFile()
    {
        lock (_gate)
        {
            Withdraw();
            _machine.Log.Write(Name, "memory file released");
        }
    }

    private void Withdraw()
    {
        _image.SetVariable(Variable, null);
        if (_file == None)
        {
            return;
        }

        // A new image that was handed the file has closed it, if it came far enough.
        if (_descriptors.IsOpen(_file))
        {
            _descriptors.Close(_file);
        }

        _file = None;
    }
}
