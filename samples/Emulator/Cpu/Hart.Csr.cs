namespace Emulator.Cpu;

/// <content>Zicsr and the machine-mode control and status registers.</content>
internal sealed partial class Hart
{
    private const ulong MstatusMie = 1UL << 3;
    private const ulong MstatusMpie = 1UL << 7;

    /// <summary>MPP reads as machine mode, the only one there is.</summary>
    private const ulong MstatusFixed = 3UL << 11;
    private const ulong MstatusWritable = MstatusMie | MstatusMpie;
    private const ulong MieWritable = (1UL << 3) | (1UL << 7) | (1UL << 11);
    private const ulong MtvecWritable = ~2UL;

    /// <summary>RV64 (2 in the top bits) with the extensions A, I and M.</summary>
    private const ulong Misa = (2UL << 62) | 1 | (1 << 8) | (1 << 12);

    private ulong _mstatus = MstatusFixed;
    private ulong _mie;
    private ulong _mtvec;
    private ulong _mscratch;
    private ulong _mepc;
    private ulong _mcause;
    private ulong _mtval;
    private ulong _retired;
    private ulong _cycleOffset;

    private void ExecuteCsr(Instruction i)
    {
        ulong operand = (i.Funct3 & 4) != 0 ? (ulong)i.Rs1 : _x[i.Rs1];
        bool exchanges = (i.Funct3 & 3) == 1;
        bool writes = exchanges || i.Rs1 != 0;
        bool readOnly = i.Csr >> 10 == 3;
        if ((writes && readOnly) || !TryReadCsr(i.Csr, out ulong old))
        {
            RaiseIllegal(i);
            return;
        }

        if (writes)
        {
            WriteCsr(i.Csr, exchanges ? operand : (i.Funct3 & 3) == 2 ? old | operand : old & ~operand);
        }

        this[i.Rd] = old;
    }

    private bool TryReadCsr(int csr, out ulong value)
    {
        ulong? read = csr switch
        {
            0x300 => _mstatus,
            0x301 => Misa,
            0x304 => _mie,
            0x305 => _mtvec,
            0x320 => 0, // mcountinhibit: nothing can be inhibited
            >= 0x323 and <= 0x33F => 0, // mhpmevent: no event can be selected
            0x340 => _mscratch,
            0x341 => _mepc,
            0x342 => _mcause,
            0x343 => _mtval,
            0x344 => _clint.Pending(Id),
            0xB00 or 0xC00 => _retired + _cycleOffset,
            0xB02 or 0xC02 => _retired,
            0xC01 => _clint.Time,
            >= 0xB03 and <= 0xB1F => 0, // mhpmcounter: no events to count
            >= 0xF11 and <= 0xF13 or 0xF15 => 0, // mvendorid, marchid, mimpid, mconfigptr: not told
            0xF14 => (ulong)Id,
            _ => null,
        };

        value = read.GetValueOrDefault();
        return read.HasValue;
    }

    private void WriteCsr(int csr, ulong value)
    {
        switch (csr)
        {
            case 0x300:
                _mstatus = MstatusFixed | (value & MstatusWritable);
                _yields = true; // an interrupt may be due now
                break;
            case 0x304:
                _mie = value & MieWritable;
                _yields = true;
                break;
            case 0x305:
                _mtvec = value & MtvecWritable;
                break;
            case 0x340:
                _mscratch = value;
                break;
            case 0x341:
                _mepc = value & ~3UL;
                break;
            case 0x342:
                _mcause = value;
                break;
            case 0x343:
                _mtval = value;
                break;
            case 0xB00:
                _cycleOffset = value - _retired - 1; // this instruction has yet to be counted
                break;
            case 0xB02:
                _cycleOffset += _retired - (value - 1);
                _retired = value - 1;
                break;
            default:
                break; // misa, mip and the counters that count nothing keep what they are
        }
    }
}
