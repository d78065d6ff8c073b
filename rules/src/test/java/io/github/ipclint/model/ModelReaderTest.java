package io.github.ipclint.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ipclint.ir.Expression;
import io.github.ipclint.ir.Expression.BinaryOperator;
import io.github.ipclint.ir.Place;
import io.github.ipclint.ir.SourceRange;
import io.github.ipclint.ir.TranslationUnit.Argument;
import io.github.ipclint.ir.TranslationUnit.Attribute;
import io.github.ipclint.ir.TranslationUnit.Prototype;
import io.github.ipclint.ir.Type;
import io.github.ipclint.ir.Variable;
import io.github.ipclint.model.Effect.BlockReason;
import io.github.ipclint.model.FunctionModel.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
    private static final SourceRange AT = new SourceRange("wrap.h", 3, 7, 3, 20);
    private static final Set<String> CONSTANTS = Set.of("O_CREAT", "EMFILE", "EINTR", "MAP_SHARED");

    private final List<Variable> parameters = new ArrayList<>();
    private final Variable result = new Variable("result", Type.INT, Variable.Kind.TEMPORARY, Set.of(), AT);
    private boolean variadic;

    @Test
    void acquiresNamesTheSlotAndTheKind() {
        Expression fd = element(parameter("fd"), 0);
        assertThat(effects(attribute("acquires", fd, name("pipe_read_end"))))
                .containsExactly(new Effect.Acquires(fd, "pipe_read_end", null, Condition.ON_SUCCESS));
    }

    @Test
    void aConditionClosesAnyAttribute() {
        Expression flags = parameter("oflag");
        Expression test = new Expression.Binary(BinaryOperator.AND, flags, name("O_CREAT"));
        assertThat(effects(attribute("creates", read(result), nested("mode", flags), nested("when", test))))
                .containsExactly(new Effect.Creates(read(result), null, flags, null, new Condition(test, null, false)));
    }

    @Test
    void alwaysHoldsAlsoOnFailure() {
        Expression fd = parameter("fd");
        assertThat(effects(attribute("releases", fd, name("always"))))
                .containsExactly(new Effect.Releases(fd, null, new Condition(null, null, true)));
    }

    @Test
    void stuckErrorsAreErrorsToo() {
        Expression minusOne = new Expression.Constant(-1);
        assertThat(effects(attribute("fails", minusOne, name("EINTR"), nested("stuck", name("EMFILE")))))
                .containsExactly(new Effect.Fails(minusOne, List.of("EINTR", "EMFILE"), Set.of("EMFILE"), Condition.ON_SUCCESS));
    }

    @Test
    void blockingOnAHandleHasItsExceptionForNonblockingHandlesBuiltIn() {
        Expression fd = parameter("fd");
        Attribute nonblocking = new Attribute("nonblocking", List.of(new Argument(fd, null)), AT);
        Attribute unless = new Attribute("unless", List.of(new Argument(null, nonblocking)), AT);
        assertThat(effects(attribute("blocks", fd, unless)))
                .containsExactly(new Effect.Blocks(BlockReason.SLOT, fd, Condition.ON_SUCCESS));
    }

    @Test
    void aVariadicArgumentIsOneVariableWhereverItIsMentioned() {
        variadic = true;
        Expression type = new Expression.Read(new Place.Field(new Place.Dereference(new Expression.Unknown("args(0)")), "l_type"));
        Attribute direct = new Attribute("args", List.of(new Argument(new Expression.Constant(0), null)), AT);
        FunctionModel model = model(attribute("reads", direct), attribute("uses", type));
        Variable first = model.rest().get(0);
        assertThat(model.effects())
                .containsExactly(
                        new Effect.ReadsMemory(read(first), null, Condition.ON_SUCCESS),
                        new Effect.Uses(
                                new Expression.Read(new Place.Field(new Place.Dereference(read(first)), "l_type")),
                                Set.of(),
                                Condition.ON_SUCCESS));
    }

    @Test
    void aFormatTakesArgumentsAndTheRest() {
        variadic = true;
        Expression target = parameter("s");
        Expression format = parameter("format");
        Attribute formatted = new Attribute("format", List.of(new Argument(format, null), new Argument(name("args"), null)), AT);
        assertThat(effects(attribute("value", target, formatted)))
                .containsExactly(new Effect.FormattedValue(target, format, List.of(), true, Condition.ON_SUCCESS));
    }

    @Test
    void endingTheProcessMeansNotReturning() {
        FunctionModel model = model(attribute("ends_process", name("immediate")), attribute("async_signal_safe"));
        assertThat(Trait.values()).filteredOn(model::is).containsExactlyInAnyOrder(Trait.NORETURN, Trait.ASYNC_SIGNAL_SAFE);
    }

    @Test
    void aConditionalEndReturnsOtherwise() {
        FunctionModel model = model(attribute("ends_process", name("exit"), nested("when", parameter("status"))));
        assertThat(model.is(Trait.NORETURN)).isFalse();
    }

    @Test
    void aPrototypeWithoutAttributesIsKnownAndHarmless() {
        assertThat(model().effects()).isEmpty();
    }

    @Test
    void theFirstParameterOfAJavaMethodMayBeThis() {
        Variable self = new Variable("this", Type.UNKNOWN, Variable.Kind.RECEIVER, Set.of(), AT);
        parameters.add(self);
        FunctionModel model = model(attribute("releases", read(self)));
        assertThat(model.receiver()).isSameAs(self);
        assertThat(model.parameters()).isEmpty();
    }

    @Test
    void mistakesAreSaidWithTheirPlaceAndTheRestStillCounts() {
        Expression fd = parameter("fd");
        ModelReader.Result read = read(
                attribute("aquires", read(result), name("file")),
                attribute("acquires", read(result), name("fiel")),
                attribute("acquires", read(result)),
                attribute("uses", name("fp")),
                attribute("uses", fd, name("legible")),
                attribute("sizes", fd, name("SIZE")),
                attribute("releases", fd, nested("mode", fd)),
                attribute("passes", fd));
        assertThat(read.problems())
                .extracting(problem -> problem.at() + ": " + problem.message())
                .containsExactly(
                        "wrap.h:3:7: unknown attribute 'aquires'",
                        "wrap.h:3:7: 'acquires': unknown kind 'fiel'",
                        "wrap.h:3:7: 'acquires': needs 2 arguments",
                        "wrap.h:3:7: 'fp' is neither a parameter of 'f' nor a known constant",
                        "wrap.h:3:7: 'uses': unknown need 'legible'",
                        "wrap.h:3:7: 'SIZE' is neither a parameter of 'f' nor a known constant",
                        "wrap.h:3:7: 'releases': does not take 'mode(…)'");
        assertThat(read.functions().getFirst().effects()).containsExactly(new Effect.Passes(fd, Condition.ON_SUCCESS));
    }

    @Test
    void variadicArgumentsNeedAVariadicFunction() {
        Attribute first = new Attribute("args", List.of(new Argument(new Expression.Constant(0), null)), AT);
        assertThat(read(attribute("reads", first)).problems())
                .extracting(problem -> problem.message())
                .containsExactly("'f' has no variadic arguments");
    }

    private List<Effect> effects(Attribute... attributes) {
        return model(attributes).effects();
    }

    private FunctionModel model(Attribute... attributes) {
        ModelReader.Result read = read(attributes);
        assertThat(read.problems()).isEmpty();
        return read.functions().getFirst();
    }

    private ModelReader.Result read(Attribute... attributes) {
        Prototype prototype = new Prototype("f", List.copyOf(parameters), result, variadic, List.of(attributes), AT);
        return ModelReader.read(List.of(prototype), CONSTANTS::contains);
    }

    private Expression parameter(String name) {
        Variable variable = new Variable(name, Type.INT, Variable.Kind.PARAMETER, Set.of(), AT);
        parameters.add(variable);
        return read(variable);
    }

    private static Expression read(Variable variable) {
        return new Expression.Read(new Place.Cell(variable));
    }

    private static Expression element(Expression pointer, long index) {
        return new Expression.Read(new Place.Element(new Place.Dereference(pointer), new Expression.Constant(index)));
    }

    private static Expression name(String name) {
        return new Expression.NamedConstant(name);
    }

    private static Attribute nested(String name, Expression argument) {
        return new Attribute(name, List.of(new Argument(argument, null)), AT);
    }

    /** Arguments are expressions or nested attributes. */
    private static Attribute attribute(String name, Object... arguments) {
        List<Argument> list = new ArrayList<>();
        for (Object argument : arguments) {
            list.add(argument instanceof Attribute inner ? new Argument(null, inner) : new Argument((Expression) argument, null));
        }
        return new Attribute(name, list, AT);
    }
}
