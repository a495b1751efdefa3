using System.Reflection;
using System.Reflection.Emit;

namespace NotifierGen.Tests.Preparation;

/// <summary>A device whose handler no runtime can compile.</summary>
internal static class BrokenDevice
{
    public static OpenDevice Create()
    {
        TypeBuilder type = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("Broken"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Broken")
            .DefineType("Broken", TypeAttributes.Public, typeof(OpenDevice));
        ILGenerator code = type
            .DefineMethod(nameof(OpenDevice.OnOpenFailed), MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig, typeof(void), [])
            .GetILGenerator();
        code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ret);
        return (OpenDevice)Activator.CreateInstance(type.CreateType())!;
    }
}
