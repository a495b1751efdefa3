using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Who enumerates a sequence.</content>
internal sealed partial class Evaluator
{
    /// <summary>
    /// Takes the elements of a sequence one by one. Whatever leaves its body early, a jump or an exception, waits until the sequence's finally blocks
    /// have run.
    /// </summary>
    private sealed class Consumer(Evaluator evaluator, Effect.Consume? consume, bool isLater = false)
    {
        // What an element passes through on its way: the one nearest to the source is on top.
        private readonly Stack<ValueSet> _steps = new();

        private static readonly HashSet<int> s_none = [];

        private readonly Frame _frame = new(consume?.Labels ?? s_none);
        private VmState _thrown;
        private VmState _raised;
        private VmStates _leaves;
        private bool _leavesAsIs;

        /// <summary>A consumer without source: it may stop after any element.</summary>
        public bool StopsAnywhere => consume is null;

        /// <summary>Whether it takes delegates: a sequence that is one consists of it.</summary>
        public bool TakesDelegates => consume is { HoldsDelegates: true };

        /// <summary>The states in which it stops early.</summary>
        public VmStates Stopped { get; private set; }

        /// <summary>Takes an element, and gives the state in which it asks for the next one.</summary>
        public VmState Take(VmState element)
        {
            if (consume is null)
            {
                // Nobody knows who asks for elements later, nor what that does to the VM in between.
                VmState asking = isLater ? element.With(element.Vm | VmStates.Later) : element;
                Stopped |= asking.Vm;
                return asking;
            }

            // Who went on to the next element behind an earlier one did not do so behind this one.
            evaluator._labels.Remove((consume.ContinueLabel, evaluator._copy));
            (VmState thrown, VmState raised) = (evaluator._thrown, evaluator._raised);
            (evaluator._thrown, evaluator._raised) = (default, default);
            VmState arrived = element;
            foreach (ValueSet step in _steps)
            {
                arrived = Pass(step, arrived);
            }

            evaluator._frames.Push(_frame);
            VmState next = evaluator.Eval(consume.Body, arrived);
            evaluator._frames.Pop();

            // A query may also drop an element, and ask for the next one.
            next |= _steps.Count > 0 ? arrived : default;
            _thrown |= evaluator._thrown;
            _raised |= evaluator._raised;
            (evaluator._thrown, evaluator._raised) = (thrown, raised);
            Stopped |= _thrown.Vm;
            foreach (VmState pending in _frame.Pending.Values)
            {
                Stopped |= pending.Vm;
            }

            return next | evaluator.LabelState(consume.ContinueLabel);
        }

        /// <summary>Enumerates the source of a query: each element passes through the query's delegates.</summary>
        public void Through(ValueSet steps, Action enumerate)
        {
            _steps.Push(steps);
            enumerate();
            _steps.Pop();
        }

        // A delegate may be called for an element or not, and for one of many.
        private VmState Pass(ValueSet step, VmState element)
        {
            VmState passed = element | evaluator.InvokeAll(consume!.Site, step, [], CallMode.Blocked, element);
            return passed == element ? element : Repeat(passed, again => evaluator.InvokeAll(consume.Site, step, [], CallMode.Blocked, again));
        }

        /// <summary>The sequence has no finally blocks of its own.</summary>
        public void LeaveAsIs() => _leavesAsIs = true;

        /// <summary>The sequence's finally blocks end in these states.</summary>
        public void LeaveIn(VmStates states) => _leaves |= states;

        /// <summary>What left early goes on.</summary>
        public void Leave()
        {
            evaluator.Raise(Left(_thrown));
            evaluator._raised |= _raised;
            foreach (KeyValuePair<int, VmState> pending in _frame.Pending)
            {
                evaluator.Jump(pending.Key, Left(pending.Value));
            }
        }

        private VmState Left(VmState state) => state.With(_leaves) | (_leavesAsIs ? state : default);
    }
}
