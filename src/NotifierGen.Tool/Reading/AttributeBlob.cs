using System.Reflection.Metadata;

namespace NotifierGen.Tool.Reading;

/// <summary>
/// The value of an attribute whose constructor is known, argument by argument. Never asks for more memory than the value has bytes: a count in a
/// damaged file may be anything.
/// </summary>
internal ref struct AttributeBlob
{
    private const ushort Prolog = 1;
    private const byte Field = 0x53;
    private const byte Property = 0x54;
    private const byte Enumeration = 0x55;
    private const byte SystemType = 0x50;
    private const byte OneDimensionalArray = 0x1D;

    private BlobReader _reader;

    public AttributeBlob(BlobReader reader)
    {
        _reader = reader;
        if (_reader.ReadUInt16() != Prolog)
        {
            throw new BadImageFormatException("An attribute's value does not begin as one does.");
        }
    }

    public int ReadInt32() => _reader.ReadInt32();

    public byte ReadByte() => _reader.ReadByte();

    public string ReadString() => _reader.ReadSerializedString() ?? throw new BadImageFormatException("An attribute has null where a name must stand.");

    public IReadOnlyList<string> ReadStrings()
    {
        int count = _reader.ReadInt32();
        if (count == -1)
        {
            return [];
        }

        // Each has a byte of length at least.
        if (count < 0 || count > _reader.RemainingBytes)
        {
            throw new BadImageFormatException("An attribute's array is longer than its value.");
        }

        List<string> strings = new(count);
        for (int i = 0; i < count; i++)
        {
            strings.Add(ReadString());
        }

        return strings;
    }

    /// <summary>The arguments that were given by name: numbers, truth values and arrays of types.</summary>
    public Dictionary<string, object> ReadNamed()
    {
        Dictionary<string, object> named = new(StringComparer.Ordinal);
        int count = _reader.ReadUInt16();
        for (int i = 0; i < count; i++)
        {
            byte kind = _reader.ReadByte();
            if (kind is not (Field or Property))
            {
                throw new BadImageFormatException("An attribute's named argument is neither a field nor a property.");
            }

            byte type = _reader.ReadByte();
            if (type == OneDimensionalArray)
            {
                if (_reader.ReadByte() != SystemType)
                {
                    throw new BadImageFormatException("An attribute has an array of another type than Type.");
                }

                named[ReadString()] = ReadStrings();
                continue;
            }

            if (type == Enumeration)
            {
                _ = ReadString();
            }

            string name = ReadString();
            named[name] = (SignatureTypeCode)type switch
            {
                SignatureTypeCode.Boolean => _reader.ReadBoolean(),
                SignatureTypeCode.Int32 => _reader.ReadInt32(),
                _ => throw new BadImageFormatException($"An attribute's '{name}' has a type that it cannot have."),
            };
        }

        return named;
    }
}
